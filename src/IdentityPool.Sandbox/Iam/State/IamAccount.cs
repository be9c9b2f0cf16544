namespace IdentityPools.Sandbox.Iam;

/// <summary>The part of an account that IAM keeps.</summary>
/// <param name="partition">The partition of the account.</param>
/// <param name="accountId">The account.</param>
internal sealed class IamAccount(string partition, string accountId)
{
    public string Partition => partition;

    public string AccountId => accountId;

    /// <summary>The roles by name, of which two must not differ in case only.</summary>
    public SortedDictionary<string, IamRole> Roles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The managed policies by ARN.</summary>
    public SortedDictionary<string, IamPolicy> Policies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The OpenID Connect providers by ARN.</summary>
    public SortedDictionary<string, IamOpenIdConnectProvider> OpenIdConnectProviders { get; } = new(StringComparer.Ordinal);

    /// <summary>The SAML providers by ARN.</summary>
    public SortedDictionary<string, IamSamlProvider> SamlProviders { get; } = new(StringComparer.OrdinalIgnoreCase);

    public string Arn(string resource) => $"arn:{partition}:iam::{accountId}:{resource}";

    /// <summary>The role of an ARN; null when there is none.</summary>
    public IamRole? RoleOf(string arn) => Roles.TryGetValue(arn[(arn.LastIndexOf('/') + 1)..], out var role) && role.Arn == arn ? role : null;

    /// <summary>Whether a policy exists: one of this account, or any that AWS manages.</summary>
    public bool HasPolicy(string arn) => Policies.ContainsKey(arn) || IsAwsManaged(arn);

    public bool IsAwsManaged(string arn) => arn.StartsWith($"arn:{partition}:iam::aws:policy/", StringComparison.Ordinal) && arn[^1] != '/';

    /// <summary>The number of roles that a policy is attached to.</summary>
    public int AttachmentsOf(string arn) => Roles.Values.Count(role => role.AttachedPolicies.Contains(arn));

    /// <summary>The number of roles whose boundary a policy is.</summary>
    public int BoundariesOf(string arn) => Roles.Values.Count(role => role.PermissionsBoundary == arn);

    /// <summary>What a trust policy in this account has to fulfil.</summary>
    public TrustRules TrustRules => new(partition, accountId, arn => RoleOf(arn) is not null);
}
