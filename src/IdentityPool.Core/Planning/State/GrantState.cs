using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>What a pool grants to a role that it did not make: one inline policy.</summary>
internal sealed record GrantState(string RoleName, string PolicyName, TemplateNode Document)
{
    public GrantState Map(Func<string, string> map) => this with { PolicyName = map(PolicyName), Document = Nodes.Map(Document, map) };
}
