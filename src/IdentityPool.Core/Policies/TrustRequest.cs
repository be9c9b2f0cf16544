namespace IdentityPools.Policies;

/// <summary>Somebody asks to assume a role.</summary>
/// <param name="Action">The operation, <c>sts:AssumeRoleWithWebIdentity</c> for example.</param>
/// <param name="Kind">The kind of principal that asks: AWS or Federated.</param>
/// <param name="Names">The names by which a policy may mean it.</param>
/// <param name="Context">The condition keys of the request and their values.</param>
internal sealed record TrustRequest(string Action, string Kind, IReadOnlyList<string> Names, IReadOnlyDictionary<string, IReadOnlyList<string>> Context)
{
    /// <summary>Whether a role's trust policy lets the request through: a statement allows and none denies.</summary>
    public bool IsGrantedBy(string trustPolicy) => IsGrantedBy(PolicyReader.Read(trustPolicy, PolicySyntax.Trust));

    /// <summary>Whether a role's trust policy lets the request through: a statement allows and none denies.</summary>
    public bool IsGrantedBy(ParsedPolicy trustPolicy)
    {
        var statements = trustPolicy.Statements.Where(Applies).ToArray();
        return statements.Any(statement => statement.Allows) && statements.All(statement => statement.Allows);
    }

    private bool Applies(ParsedStatement statement) =>
        (statement.Actions?.Any(IsAction) ?? statement.NotActions?.Any(IsAction) == false)
        && (statement.Principals?.Any(IsPrincipal) ?? statement.NotPrincipals?.Any(IsPrincipal) == false)
        && statement.Conditions.All(condition => condition.IsMet(Context));

    private bool IsAction(string pattern) => Wildcard.Matches(pattern, Action, ignoreCase: true);

    private bool IsPrincipal(PolicyPrincipal principal) =>
        principal == PolicyPrincipal.Everyone || (principal.Kind == Kind && (principal.Name == "*" || Names.Contains(principal.Name, StringComparer.Ordinal)));
}
