namespace IdentityPools.Ports;

/// <summary>The way to AWS: makes services from what a user gave to connect with.</summary>
internal interface IIdentityPoolServices
{
    /// <summary>A service with these credentials. Resolves the region and looks up the profile; calls no service yet.</summary>
    /// <exception cref="ServiceException">There is no region, or no such profile.</exception>
    IIdentityPoolService Connect(ConnectionSettings settings, ICredentialPrompt prompt);

    /// <summary>A service over an account in memory.</summary>
    IIdentityPoolService Connect(ISandboxAccount account, ValueList<string> allowedAccountIds);
}
