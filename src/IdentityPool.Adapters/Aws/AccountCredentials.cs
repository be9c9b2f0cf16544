using Amazon.Runtime;
using Amazon.SecurityToken.Model;

namespace IdentityPools.Aws;

/// <summary>
/// Credentials of one account. Where they come from may give other keys at any time: a program, a profile that is renewed. Once the account is known, keys that
/// were not asked about sign nothing before it is shown that they are of the same account.
/// </summary>
internal sealed class AccountCredentials(AWSCredentials source) : AWSCredentials
{
    private volatile Proof? proof;

    private SemaphoreSlim Turn { get; } = new(1, 1);

    /// <summary>Who the keys of the moment belong to; asks where they were not asked about. All keys after them are held to that account.</summary>
    /// <param name="ask">Asks with keys.</param>
    /// <param name="check">Throws if an account is not an allowed one.</param>
    public async Task<GetCallerIdentityResponse> ProveAsync(Func<AWSCredentials, Task<GetCallerIdentityResponse>> ask, Action<string> check)
    {
        var keys = await source.GetCredentialsAsync().ConfigureAwait(false);
        return await ProveAsync(keys, ask, check).ConfigureAwait(false);
    }

    /// <summary>Keys that stay as they are now.</summary>
    public static AWSCredentials Fixed(ImmutableCredentials keys) =>
        keys.UseToken ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token) : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey);

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var keys = await source.GetCredentialsAsync().ConfigureAwait(false);
        if (proof is { } known)
        {
            await ProveAsync(keys, known.Ask, known.Check).ConfigureAwait(false);
        }

        return keys;
    }

    private async Task<GetCallerIdentityResponse> ProveAsync(
        ImmutableCredentials keys,
        Func<AWSCredentials, Task<GetCallerIdentityResponse>> ask,
        Action<string> check
    )
    {
        if (CallerOf(keys) is { } known)
        {
            return known;
        }

        await Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (CallerOf(keys) is { } meanwhile)
            {
                return meanwhile;
            }

            var caller = await ask(Fixed(keys)).ConfigureAwait(false);
            check(caller.Account);
            if (proof is { } before && before.Caller.Account != caller.Account)
            {
                throw SettingsErrors.Create(nameof(Messages.AccountChanged), caller.Account, caller.Account, before.Caller.Account);
            }

            proof = new(keys.AccessKey, caller, ask, check);
            return caller;
        }
        finally
        {
            Turn.Release();
        }
    }

    private GetCallerIdentityResponse? CallerOf(ImmutableCredentials keys) => proof is { } known && known.AccessKeyId == keys.AccessKey ? known.Caller : null;

    private sealed record Proof(
        string AccessKeyId,
        GetCallerIdentityResponse Caller,
        Func<AWSCredentials, Task<GetCallerIdentityResponse>> Ask,
        Action<string> Check
    );
}
