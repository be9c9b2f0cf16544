namespace IdentityPools.Ports;

/// <summary>Makes in-memory AWS accounts.</summary>
internal interface ISandboxes
{
    /// <summary>An empty account.</summary>
    /// <param name="accountId">Its id, twelve digits.</param>
    /// <param name="region">The region to work in.</param>
    ISandboxAccount Create(string accountId, string region);
}

/// <summary>
/// An in-memory AWS account, as a client of AWS reaches it: the service of the type <c>HttpMessageHandler</c> stands in for the network. Named here, that type
/// would bring the network within reach of commands that only define.
/// </summary>
internal interface ISandboxAccount : IServiceProvider
{
    /// <summary>The account, as scripts see it.</summary>
    ISandbox Sandbox { get; }

    /// <summary>The region of calls that name none.</summary>
    string Region { get; }
}

/// <summary>What an in-memory account is, unless someone wants another.</summary>
internal static class SandboxDefaults
{
    public const string AccountId = "123456789012";
    public const string Region = "eu-west-1";
}
