using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>An IAM role with its policies.</summary>
internal sealed record RoleState
{
    public required string Arn { get; init; }

    /// <summary>The name in IAM.</summary>
    public required string IamName { get; init; }

    public required string Path { get; init; }

    public required TemplateNode Trust { get; init; }

    public string? Description { get; init; }

    public int? MaxSessionDuration { get; init; }

    public string? PermissionsBoundary { get; init; }

    /// <summary>The inline policies by name.</summary>
    public ValueMap<TemplateNode> InlinePolicies { get; init; } = ValueMap<TemplateNode>.Empty;

    public ValueList<string> ManagedPolicyArns { get; init; } = [];

    /// <summary>All tags, those of the bookkeeping too.</summary>
    public ValueMap<string> Tags { get; init; } = ValueMap<string>.Empty;

    /// <summary>For a role of a definition that is one which others made: its name within the pool.</summary>
    internal string? AttachedAs { get; init; }

    /// <summary>Of a role that others made: the managed policies, with their documents, whose statements a template has as the role's own.</summary>
    internal ValueMap<TemplateNode> FoldedPolicies { get; init; } = ValueMap<TemplateNode>.Empty;

    /// <summary>The name within its pool.</summary>
    public string? Name => AttachedAs ?? Bookkeeping.RoleNameOf(Tags);

    /// <summary>What is seen of the role: its documents, without those of managed policies.</summary>
    public RoleEvidence Evidence =>
        new() { Trust = Trust, Policies = InlinePolicies.Select(policy => new RoleDocument(policy.Key, policy.Value)).ToValueList() };

    public bool IsManagedBy(string poolId) => Tags.TryGetValue(Bookkeeping.PoolId, out var owner) && owner == poolId && Name is not null;

    public RoleState Map(Func<string, string> map) =>
        this with
        {
            Arn = map(Arn),
            IamName = map(IamName),
            Trust = Nodes.Map(Trust, map),
            Description = Description is null ? null : map(Description),
            InlinePolicies = ValueMap<TemplateNode>.Create(InlinePolicies.Select(policy => KeyValuePair.Create(policy.Key, Nodes.Map(policy.Value, map)))),
            ManagedPolicyArns = ManagedPolicyArns.Select(map).ToValueList(),
            Tags = ValueMap<string>.Create(Tags.Select(tag => KeyValuePair.Create(tag.Key, map(tag.Value)))),
        };
}

/// <summary>What a pool grants to a role that it did not make: one inline policy.</summary>
internal sealed record GrantState(string RoleName, string PolicyName, TemplateNode Document)
{
    public GrantState Map(Func<string, string> map) => this with { PolicyName = map(PolicyName), Document = Nodes.Map(Document, map) };
}
