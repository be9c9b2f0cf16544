using System.Management.Automation;

namespace IdentityPools.Arguments;

/// <summary>What <c>-Twitter</c> means: the consumer key as the user name, the secret as the password.</summary>
internal static class TwitterArgument
{
    public static LoginProvider Read(PSCredential credential) =>
        LoginProvider.Twitter(credential.UserName, ProviderSecret.From(credential.GetNetworkCredential().Password));
}
