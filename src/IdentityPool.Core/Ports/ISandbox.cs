namespace IdentityPools;

/// <summary>Placeholder until the real one is merged (it grows Calls, AddFault, AddUserPool ...).</summary>
public interface ISandbox
{
    /// <summary>The account id.</summary>
    string AccountId { get; }
}
