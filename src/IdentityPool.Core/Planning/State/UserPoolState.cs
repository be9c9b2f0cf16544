using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>A user pool that was or will be made with an identity pool.</summary>
/// <param name="Id">The id; pending before it exists.</param>
/// <param name="Name">The name.</param>
/// <param name="Properties">The settings, by CloudFormation's names.</param>
/// <param name="Tags">All tags, those of the bookkeeping too.</param>
internal sealed record UserPoolState(string Id, string Name, TemplateMapping Properties, ValueMap<string> Tags);
