using IdentityPools.Ports;
using IdentityPools.Simulation;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>Explains a request for credentials that AWS refuses.</summary>
/// <param name="service">Reads the pool where it is not known.</param>
/// <param name="request">What was asked.</param>
/// <param name="known">The pool, if all of it is known.</param>
/// <param name="observer">Hears of the calls.</param>
internal sealed class Refusal(IIdentityPoolService service, CredentialRequest request, IdentityPool? known, ICallObserver observer)
{
    /// <summary>What comes of the request; a refusal with its explanation.</summary>
    public async Task<IdentityPoolCredential> ExplainedAsync(Task<IdentityPoolCredential> asking, CancellationToken cancellation)
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (ServiceException fault) when (fault.ErrorId is nameof(Messages.LoginRefused) or nameof(Messages.PoolMisconfigured))
        {
            throw await ExplainAsync(fault, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ServiceException> ExplainAsync(ServiceException fault, CancellationToken cancellation)
    {
        IdentityPool pool;
        try
        {
            pool = known ?? await service.ReadAsync(request.PoolId, observer, cancellation).ConfigureAwait(false);
        }
        catch (ServiceException unread)
        {
            return fault.Explained(Fault.Sentence(nameof(Messages.RefusalPoolNotRead), unread.Message), []);
        }

        var explanation = new RefusalExplanation(new(pool), TimeProvider.System, request);
        return fault.Explained(explanation.Text, explanation.Decisions);
    }
}
