using System.Diagnostics;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Makes calls: not too many at once, each timed and reported, each failure explained.</summary>
internal sealed class ApiCalls(SemaphoreSlim places, ICallObserver observer)
{
    private static readonly AsyncLocal<ICallObserver?> OfThisCall = new();

    /// <summary>Who hears of the running call; null outside of calls.</summary>
    public static ICallObserver? Observer => OfThisCall.Value;

    /// <summary>Makes a call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="target">What it is about.</param>
    /// <param name="call">Makes it.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <param name="secrets">The secrets that go out with it, which an answer may repeat.</param>
    public async Task<T> InvokeAsync<T>(
        string operation,
        string target,
        Func<Task<T>> call,
        CancellationToken cancellation,
        IReadOnlyCollection<ProviderSecret>? secrets = null
    )
    {
        await places.WaitAsync(cancellation).ConfigureAwait(false);
        OfThisCall.Value = observer;
        // It may be a name that an answer gave.
        var shown = LongText.Cut(Planning.Pending.Readable(target));
        var start = Stopwatch.GetTimestamp();
        string? error = null;
        try
        {
            return await call().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            error = "Cancelled";
            throw;
        }
        catch (DefinitionException)
        {
            // What was to be sent cannot be; nothing went out.
            throw;
        }
        catch (Exception exception)
        {
            var translated = AwsErrors.Translate(operation, shown, exception, secrets ?? []);
            error = translated.ErrorCode ?? translated.ErrorId;
            throw translated;
        }
        finally
        {
            places.Release();
            observer.Called(new(operation, shown, Stopwatch.GetElapsedTime(start), error));
        }
    }

    /// <summary>Makes a call that reads, and gives null where AWS says that there is no such thing.</summary>
    public async Task<T?> ExistingAsync<T>(string operation, string target, Func<Task<T>> call, CancellationToken cancellation)
        where T : class
    {
        try
        {
            return await InvokeAsync(operation, target, call, cancellation).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            return null;
        }
    }
}
