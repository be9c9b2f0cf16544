using IdentityPools.Ports;
using IdentityPools.Simulation;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>Explains a request for credentials that AWS refuses.</summary>
/// <param name="service">Reads the pool where it is not known.</param>
/// <param name="request">What was asked.</param>
/// <param name="known">The pool as the caller has it; it is read when that does not explain the refusal, as it may have changed, or not know its roles.</param>
/// <param name="observer">Hears of the calls.</param>
internal sealed class LoginRefusal(IIdentityPoolService service, CredentialRequest request, IdentityPool? known, ICallObserver observer)
{
    /// <summary>What comes of the request; a refusal with its explanation.</summary>
    public async Task<IdentityPoolCredential> ExplainedAsync(Task<IdentityPoolCredential> asking, CancellationToken cancellation)
    {
        try
        {
            return await asking.ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.ErrorId is nameof(Messages.LoginRefused) or nameof(Messages.PoolMisconfigured))
        {
            throw await ExplainAsync(exception, cancellation).ConfigureAwait(false);
        }
    }

    private async Task<ServiceException> ExplainAsync(ServiceException exception, CancellationToken cancellation)
    {
        var explanation = known is null ? null : Explanation(known);
        if (explanation is not { IsSufficient: true })
        {
            try
            {
                explanation = Explanation(await service.ReadAsync(request.PoolId, IdentityPoolDetail.Complete, observer, cancellation).ConfigureAwait(false));
            }
            catch (Exception unread) when (unread is ServiceException or DefinitionException)
            {
                // What the caller knows of the pool still says something.
                return explanation is null
                    ? exception.Explained(MessageText.Format(nameof(Messages.RefusalPoolNotRead), unread.Message), [])
                    : exception.Explained(explanation.Text, explanation.Decisions);
            }
        }

        return exception.Explained(explanation.Text, explanation.Decisions);
    }

    private LoginRefusalExplanation Explanation(IdentityPool pool) =>
        new(new(pool), TimeProvider.System, request.Logins, request.CustomRoleArn, request.ClassicRoleArn is not null);
}
