using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>
/// Stands between the SDK and the network, or the in-memory account. Follows no redirect: the other address would get the signature and all that was sent.
/// Reads each answer whole, within a length and a time, so that what comes after it can rely on both.
/// </summary>
internal sealed class GuardedHandler(HttpMessageHandler inner, WireBounds bounds) : DelegatingHandler(inner)
{
    private int hasWarned;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        CheckAddress(request.RequestUri!);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(bounds.Time);
        HttpResponseMessage? answer = null;
        try
        {
            answer = await base.SendAsync(request, deadline.Token).ConfigureAwait(false);
            CheckNoRedirect(request.RequestUri!, answer);
            await BufferAsync(answer, deadline.Token).ConfigureAwait(false);
            return answer;
        }
        catch (Exception exception)
        {
            answer?.Dispose();
            if (
                deadline.IsCancellationRequested
                && !cancellationToken.IsCancellationRequested
                && exception is OperationCanceledException or IOException or HttpRequestException
            )
            {
                throw new CallException(nameof(Messages.AnswerTooSlow), (int)bounds.Time.TotalSeconds);
            }

            throw;
        }
    }

    /// <summary>The address without what may be secret in it: user information, query, fragment.</summary>
    public static string Shown(Uri address) => $"{address.Scheme}://{address.Authority}{address.AbsolutePath}";

    private void CheckAddress(Uri address)
    {
        if (address.UserInfo.Length > 0)
        {
            throw new CallException(nameof(Messages.EndpointHoldsUser), Shown(address)) { Kind = ServiceErrorKind.Settings };
        }

        if (address.Scheme == Uri.UriSchemeHttp && !address.IsLoopback && ApiCalls.Observer is { } observer && Interlocked.Exchange(ref hasWarned, 1) == 0)
        {
            observer.Warned(MessageText.Format(nameof(Messages.EndpointUnencrypted), Shown(address)));
        }
    }

    private static void CheckNoRedirect(Uri address, HttpResponseMessage answer)
    {
        if ((int)answer.StatusCode is >= 300 and < 400)
        {
            var location = answer.Headers.Location;
            var to = location is null ? "?" : Shown(new Uri(address, location));
            throw new CallException(nameof(Messages.AnswerRedirects), Shown(address), to, (int)answer.StatusCode);
        }
    }

    private async Task BufferAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        var content = answer.Content;
        if (content.Headers.ContentLength > bounds.Length)
        {
            throw TooLong();
        }

        var whole = new ByteArrayContent(await ReadAsync(content, cancellation).ConfigureAwait(false));
        foreach (var (name, values) in content.Headers)
        {
            whole.Headers.TryAddWithoutValidation(name, values);
        }

        answer.Content = whole;
        content.Dispose();
    }

    private async Task<byte[]> ReadAsync(HttpContent content, CancellationToken cancellation)
    {
        using var buffer = new MemoryStream();
        var part = new byte[16384];
        try
        {
            using var body = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
            while (await body.ReadAsync(part, cancellation).ConfigureAwait(false) is > 0 and var count)
            {
                if (buffer.Length + count > bounds.Length)
                {
                    throw TooLong();
                }

                buffer.Write(part, 0, count);
            }
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException && !cancellation.IsCancellationRequested)
        {
            // The SDK would take it for a connection gone stale, and send again what the service has already done.
            throw new CallException(nameof(Messages.AnswerUnreadable), Messages.AnswerCutOff);
        }

        return buffer.ToArray();
    }

    private CallException TooLong() => new(nameof(Messages.AnswerTooLong), bounds.Length / 1024 / 1024);
}
