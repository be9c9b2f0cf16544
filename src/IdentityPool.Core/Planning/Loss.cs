using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>
/// Which changes take something away, so that they are agreed to first. All that goes is a loss; here stands, for each kind of part, when another value
/// in its place is one.
/// </summary>
internal static class Loss
{
    /// <summary>A name, flag, number, text, secret, app id or value of a tag: the part stays and says something else.</summary>
    public const bool OfSetting = false;

    /// <summary>A default role: the former one is detached.</summary>
    public const bool OfDefaultRole = true;

    /// <summary>A boundary limits what a role may do: the former limit is taken off.</summary>
    public const bool OfBoundary = true;

    /// <summary>How a mapping gives roles: what the token or the rules gave is no longer given.</summary>
    public const bool OfMappingType = true;

    /// <summary>A rule of a mapping: the first one that fits decides, so that another one in its place takes over whom it served.</summary>
    public const bool OfRule = true;

    /// <summary>What happens where no rule fits: to refuse is a protection, the authenticated role is a setting.</summary>
    public static bool OfAmbiguousRoleResolution(AmbiguousRoleResolution before) => before == AmbiguousRoleResolution.Deny;

    /// <summary>Session tags of a provider: a key that is no longer set. Conditions of policies, those that deny too, rest on keys; a claim is a setting.</summary>
    public static bool OfPrincipalTags(PrincipalTagState before, PrincipalTagState after) =>
        before.UseDefaults != after.UseDefaults || before.Tags.Keys.Except(after.Tags.Keys, StringComparer.Ordinal).Any();

    /// <summary>
    /// A policy: an action on a resource that no statement allows or denies any more under the same conditions. Statements may be widened, split and
    /// merged. What a wildcard covers is not weighed: what cannot be read in the text counts as gone.
    /// </summary>
    public static bool OfStatements(TemplateNode before, TemplateNode after) => Permissions(before).Except(Permissions(after)).Any();

    /// <summary>Settings of a client: a member of a list, a callback URL for example. What a map does not mention stays.</summary>
    public static bool OfMembers(TemplateNode? before, TemplateNode after) =>
        (before, after) switch
        {
            (null, _) or (TemplateScalar, TemplateScalar) => false,
            (TemplateMapping known, TemplateMapping mentioned) => mentioned.Any(entry => OfMembers(known[entry.Key], entry.Value)),
            _ => Members(before).Except(Members(after)).Any(),
        };

    /// <summary>A policy as one statement for each action on each resource, all in one form.</summary>
    public static IEnumerable<TemplateNode> Permissions(TemplateNode document) =>
        PolicyText.Canonical(document) is TemplateMapping policy && policy["Statement"] is { } statements
            ? Members(statements).SelectMany(statement => Permissions(statement, policy["Version"]))
            : [document];

    /// <summary>A statement as one for each of its actions on each of its resources.</summary>
    private static IEnumerable<TemplateNode> Permissions(TemplateNode node, TemplateNode? version)
    {
        if (node is not TemplateMapping statement)
        {
            return [node];
        }

        var terms = statement.Where(entry => entry.Key is not ("Sid" or "Action" or "Resource")).ToList();
        if (statement.ToString().Contains("${", StringComparison.Ordinal) && version is not null)
        {
            // The version decides whether this is a variable or text.
            terms.Add(new("Version", version));
        }

        return from action in Choices("Action")
            from resource in Choices("Resource")
            select new TemplateMapping(terms.Concat(action).Concat(resource));

        IEnumerable<IEnumerable<KeyValuePair<string, TemplateNode>>> Choices(string key) =>
            statement[key] is { } value
                ? Members(value).Select(member => new[] { KeyValuePair.Create(key, member) })
                :
                [
                    [],
                ];
    }

    private static IEnumerable<TemplateNode> Members(TemplateNode node) =>
        node is TemplateSequence sequence ? sequence.Select(PolicyText.Canonical) : [PolicyText.Canonical(node)];
}
