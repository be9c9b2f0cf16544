using System.Text;

namespace IdentityPools.UnitTests.Clients;

/// <summary>Gives a text and then fails, as a connection does that is lost.</summary>
internal sealed class BrokenStream : MemoryStream
{
    public BrokenStream(string text)
        : base(Encoding.UTF8.GetBytes(text)) { }

    public override bool CanSeek => false;

    public override int Read(byte[] buffer, int offset, int count) => Checked(base.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Checked(base.Read(buffer));

    public override void CopyTo(Stream destination, int bufferSize)
    {
        destination.Write(ToArray());
        Checked(0);
    }

    private static int Checked(int read) => read > 0 ? read : throw new HttpIOException(HttpRequestError.ResponseEnded);
}
