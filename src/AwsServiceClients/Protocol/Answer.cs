using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace AwsServiceClients.Protocol;

/// <summary>The body of an answer, whole: it is small, and only as a whole can it be shown when it cannot be read.</summary>
internal sealed class Answer : UnmarshallerContext
{
    private readonly Stream body;

    public Answer(Stream body, bool keep, IWebResponseData response, bool isException)
    {
        WebResponseData = response;
        MaintainResponseBody = keep;
        IsException = isException;
        if (keep || isException)
        {
            // The pipeline logs the body out of this one.
            WrappingStream = new CachingWrapperStream(body, null);
        }

        this.body = WrappingStream ?? body;
    }

    public override string CurrentPath => "/";

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => true;

    /// <summary>The id that AWS gave to the request, as the headers tell it.</summary>
    public string? RequestId => Header("x-amzn-RequestId") ?? Header("x-amz-request-id");

    /// <summary>Whether the body arrived to its end.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>The body, as far as it arrived.</summary>
    public byte[] ReadBody()
    {
        using var buffer = new MemoryStream();
        try
        {
            body.CopyTo(buffer);
        }
        catch (IOException)
        {
            // Not handed on: the pipeline takes it for a connection gone stale and sends again, ten times and more, what the service has already done.
            IsWhole = false;
        }

        return buffer.ToArray();
    }

    private string? Header(string name) => ResponseData.IsHeaderPresent(name) && ResponseData.GetHeaderValue(name) is { Length: > 0 } value ? value : null;
}
