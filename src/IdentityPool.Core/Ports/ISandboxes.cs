namespace IdentityPools.Ports;

/// <summary>Makes AWS accounts in memory.</summary>
internal interface ISandboxes
{
    /// <summary>An empty account.</summary>
    /// <param name="accountId">Its id, twelve digits.</param>
    /// <param name="region">The region to work in.</param>
    ISandboxAccount Create(string accountId, string region);
}

/// <summary>An AWS account in memory, as a client of AWS reaches it.</summary>
internal interface ISandboxAccount : ISandbox
{
    /// <summary>The region of calls that name none.</summary>
    string Region { get; }

    /// <summary>What stands in for the network.</summary>
    HttpMessageHandler CreateHandler();
}

/// <summary>What an account in memory is, unless somebody wants another.</summary>
internal static class SandboxDefaults
{
    public const string AccountId = "123456789012";
    public const string Region = "eu-west-1";
}
