using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>The trust policy and the permissions of a role, as far as they are known.</summary>
internal sealed class RoleDocuments
{
    private readonly List<(string Name, ParsedPolicy Policy)> policies = [];
    private readonly List<(string Name, ParsedPolicy Policy)> seen = [];
    private readonly List<string> unreadable = [];
    private readonly List<(string Name, string Decider)> untold = [];
    private readonly DocumentReader reader;

    private RoleDocuments(IdentityPool pool, IdentityPoolRole role)
    {
        Role = role;
        var text = new DocumentText(pool);
        reader = new(text);
        if (role.Evidence.Trust is { } found)
        {
            Trust = Read(new(nameof(IdentityPoolRole.TrustPolicy), found));
        }
        else if (role.IsManaged)
        {
            Trust = reader.Read(role.TrustOf(AwsPartition.OfRegion(pool.Region), text.PoolId));
        }

        foreach (var document in Documents(pool, role))
        {
            if (Read(document) is { } policy)
            {
                seen.Add((document.Name, policy));
                if (!document.IsCarried)
                {
                    policies.Add((document.Name, policy));
                }
            }
        }
    }

    public IdentityPoolRole Role { get; }

    /// <summary>The trust policy; null when it is not known, or cannot be read.</summary>
    public ParsedPolicy? Trust { get; }

    /// <summary>The policies that grant, by name.</summary>
    public IReadOnlyList<(string Name, ParsedPolicy Policy)> Policies => policies;

    /// <summary>Every document, also those whose statements the definition has taken over.</summary>
    public IReadOnlyList<(string Name, ParsedPolicy Policy)> Seen => seen;

    /// <summary>The managed policies by ARN; what they grant is among <see cref="Policies"/> where they were read.</summary>
    public IEnumerable<TemplateValue> ManagedPolicyArns => Role.TypedManagedPolicyArns.Concat(Role.Evidence.ManagedPolicyArns).Distinct();

    /// <summary>The names of documents that are none.</summary>
    public IReadOnlyList<string> Unreadable => unreadable;

    /// <summary>What is decided when a template is deployed, by the document in which it stands and what decides.</summary>
    public IReadOnlyList<(string Name, string Decider)> UnknownPolicies => untold;

    public static RoleDocuments From(IdentityPool pool, IdentityPoolRole role) => new(pool, role);

    private ParsedPolicy? Read(RoleDocument document)
    {
        var policy = reader.Read(document.Node);
        if (Intrinsic.IsCall(document.Node))
        {
            untold.Add((document.Name, Intrinsic.DeciderOf(document.Node)));
        }
        else if (policy is null)
        {
            unreadable.Add(document.Name);
        }

        untold.AddRange(
            (policy?.Statements ?? [])
                .Select(statement => statement.UnknownReason)
                .OfType<string>()
                .Select(decider => (document.Name, decider))
                .Where(part => !untold.Contains(part))
                .Distinct()
        );
        return policy;
    }

    /// <summary>What the definition grants, and what was seen beyond that.</summary>
    private static IEnumerable<RoleDocument> Documents(IdentityPool pool, IdentityPoolRole role)
    {
        if (role.Statements.Count > 0)
        {
            yield return new(Bookkeeping.PolicyName, PolicyDocument.Create(role.Statements, AwsPartition.Commercial));
        }

        foreach (var document in role.Evidence.Policies.Where(document => !IsOfDefinition(pool, role, document.Name)))
        {
            yield return document;
        }
    }

    /// <summary>Whether the statements of the definition come from that very policy.</summary>
    private static bool IsOfDefinition(IdentityPool pool, IdentityPoolRole role, string policy) =>
        role.IsManaged ? policy == Bookkeeping.PolicyName : pool.Id is not null && policy == Bookkeeping.PolicyNameInIam(Bookkeeping.GuidOf(pool.Id));
}
