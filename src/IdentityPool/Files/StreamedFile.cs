namespace IdentityPools.Files;

/// <summary>A pipe, a device, or what else takes bytes without keeping them. It may have no reader yet, and then waits for one.</summary>
internal sealed class StreamedFile(string named, string target, ReadOnlyMemory<byte> content) : FileWrite(named, target, content)
{
    private bool isSent;

    public override bool IsFinal => isSent;

    public override void Prepare() { }

    public override void Commit(CancellationToken stop) =>
        isSent = Interruptible.Run(
            Target,
            () =>
            {
                if (!stop.IsCancellationRequested && OwnDescriptor.TryWrite(Target, Content.Span))
                {
                    return true;
                }

                // Devices are shared with whoever else has them open.
                using var stream = new FileStream(Target, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
                if (stop.IsCancellationRequested)
                {
                    return false;
                }

                stream.Write(Content.Span);
                return true;
            },
            stop
        );

    public override void TakeBack() { }

    public override void CleanUp() { }
}
