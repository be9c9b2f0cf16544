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

    /// <summary>Asks who the keys of the moment belong to, and holds all keys after them to that account.</summary>
    /// <param name="ask">Asks with keys.</param>
    /// <param name="check">Throws where an account is none of those that may be called.</param>
    public async Task<GetCallerIdentityResponse> ProveAsync(Func<AWSCredentials, Task<GetCallerIdentityResponse>> ask, Action<string> check)
    {
        await Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            return await ProveAsync(await source.GetCredentialsAsync().ConfigureAwait(false), ask, check).ConfigureAwait(false);
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Keys that stay as they are now.</summary>
    public static AWSCredentials Fixed(ImmutableCredentials keys) =>
        keys.UseToken ? new SessionAWSCredentials(keys.AccessKey, keys.SecretKey, keys.Token) : new BasicAWSCredentials(keys.AccessKey, keys.SecretKey);

    public override ImmutableCredentials GetCredentials() => GetCredentialsAsync().GetAwaiter().GetResult();

    public override async Task<ImmutableCredentials> GetCredentialsAsync()
    {
        var keys = await source.GetCredentialsAsync().ConfigureAwait(false);
        if (proof is null || proof.AccessKeyId == keys.AccessKey)
        {
            return keys;
        }

        await Turn.WaitAsync().ConfigureAwait(false);
        try
        {
            if (proof is { } known && known.AccessKeyId != keys.AccessKey)
            {
                await ProveAsync(keys, known.Ask, known.Check).ConfigureAwait(false);
            }
        }
        finally
        {
            Turn.Release();
        }

        return keys;
    }

    private async Task<GetCallerIdentityResponse> ProveAsync(
        ImmutableCredentials keys,
        Func<AWSCredentials, Task<GetCallerIdentityResponse>> ask,
        Action<string> check
    )
    {
        var caller = await ask(Fixed(keys)).ConfigureAwait(false);
        check(caller.Account);
        if (proof is { } known && known.AccountId != caller.Account)
        {
            throw SettingsFault.Of(nameof(Messages.AccountChanged), caller.Account, caller.Account, known.AccountId);
        }

        proof = new(keys.AccessKey, caller.Account, ask, check);
        return caller;
    }

    private sealed record Proof(string AccessKeyId, string AccountId, Func<AWSCredentials, Task<GetCallerIdentityResponse>> Ask, Action<string> Check);
}
