namespace IdentityPools.Binding;

/// <summary>Completes the policies that roles of the pools at hand have.</summary>
public sealed class PolicyArnCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from pool in line.Session.Holding<IdentityPool>().Select(held => held.Value).Concat(line.Pools)
        from role in pool.Roles
        from policy in role.ManagedPolicyArns.Append(role.PermissionsBoundary).OfType<TemplateValue>()
        where policy.IsLiteral
        select Suggestion.Of(policy.Literal!, nameof(Messages.CompletedPolicy), role, pool);
}
