using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The name of a role as a template writes it, taken apart once to be compared with many: text, and functions of which only a stack knows the value.</summary>
internal sealed class RoleNameText
{
    private readonly List<TemplateNode> parts;

    /// <param name="template">The template.</param>
    /// <param name="name">The name, or what gives one.</param>
    public RoleNameText(TemplateSource template, TemplateNode name)
    {
        parts = TextParts.Split(name).ConvertAll(Intrinsic.Uniform);
        var leaves = Leaves(name).ToList();
        MayBeMadeUp = leaves.Exists(leaf => IsOutside(template, leaf));
        Roles = [.. leaves.Select(leaf => template.Resource(leaf, ResourceTypes.Role)?.Id).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The text that it begins with.</summary>
    public string Start => Text(parts[0]);

    /// <summary>The text that it ends with.</summary>
    public string End => Text(parts[^1]);

    /// <summary>Whether all of it is known.</summary>
    public bool IsLiteral => parts is [TemplateScalar];

    /// <summary>Whether a function may give the name that AWS makes up for any role.</summary>
    public bool MayBeMadeUp { get; }

    /// <summary>The roles of the template of which functions in it speak.</summary>
    public IReadOnlyList<string> Roles { get; }

    /// <summary>A name that AWS makes up ends at random: no text has it, and no function of what is known before.</summary>
    public bool MayBeMadeUpFor(string? roleId) => MayBeMadeUp || (roleId is not null && Roles.Contains(roleId, StringComparer.Ordinal));

    /// <summary>IAM tells names apart without regard to case. Functions that are written alike give the same.</summary>
    public RoleMatch Match(RoleNameText other)
    {
        if (parts.Count == other.parts.Count && parts.Zip(other.parts).All(pair => IsSame(pair.First, pair.Second)))
        {
            return RoleMatch.Yes;
        }

        return (IsLiteral && other.IsLiteral) || Differ(Start, other.Start, fromEnd: false) || Differ(End, other.End, fromEnd: true)
            ? RoleMatch.No
            : RoleMatch.May;
    }

    private static bool IsOutside(TemplateSource template, TemplateNode leaf) =>
        leaf is TemplateMapping
        && Intrinsic.RefName(leaf)?.StartsWith("AWS::", StringComparison.Ordinal) != true
        && !template.IsRoleOfServerless(Intrinsic.RefName(leaf))
        && template.Resource(leaf, ResourceTypes.Role) is null;

    /// <summary>What a function is made of: text, and the innermost functions.</summary>
    private static IEnumerable<TemplateNode> Leaves(TemplateNode node) =>
        TextParts
            .Split(node)
            .SelectMany(part =>
                (Intrinsic.Argument(part, Intrinsic.Select) ?? Intrinsic.Argument(part, Intrinsic.Split) ?? Intrinsic.Argument(part, Intrinsic.Join))
                    is TemplateSequence arguments
                    ? arguments.SelectMany(argument => argument is TemplateSequence list ? list.SelectMany(Leaves) : Leaves(argument))
                    : [part]
            );

    private static bool IsSame(TemplateNode one, TemplateNode other) =>
        one is TemplateScalar && other is TemplateScalar ? string.Equals(Text(one), Text(other), StringComparison.OrdinalIgnoreCase) : one.Equals(other);

    /// <summary>Whether texts of which more is unknown begin, or end, with something else.</summary>
    private static bool Differ(string one, string other, bool fromEnd)
    {
        var length = Math.Min(one.Length, other.Length);
        return fromEnd
            ? !string.Equals(one[^length..], other[^length..], StringComparison.OrdinalIgnoreCase)
            : !string.Equals(one[..length], other[..length], StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(TemplateNode part) => (part as TemplateScalar)?.Text ?? "";
}
