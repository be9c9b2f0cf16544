namespace IdentityPools.Policies;

/// <summary>One principal of a statement.</summary>
/// <param name="Kind">AWS, Service or Federated; empty for the bare <c>*</c>.</param>
/// <param name="Name">The ARN, account, service or provider.</param>
internal readonly record struct PolicyPrincipal(string Kind, string Name)
{
    /// <summary>An asterisk in place of the kinds.</summary>
    public static readonly PolicyPrincipal Everyone = new(string.Empty, "*");
}
