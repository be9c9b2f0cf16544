using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// What CloudFormation works out before it looks at the resources: macros and loops. Those that may make or change what belongs to an identity pool are refused,
/// because the template then does not say what the stack has.
/// </summary>
internal static class TemplateMacros
{
    private const string Transform = "Fn::Transform";
    private const string Loop = "Fn::ForEach::";

    /// <summary>The macros of AWS that leave plain resources of identity pools and roles as they are.</summary>
    /// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/transform-reference.html</remarks>
    private static readonly HashSet<string> Harmless = new(StringComparer.Ordinal)
    {
        "AWS::Serverless-2016-10-31",
        "AWS::LanguageExtensions",
        "AWS::CodeDeployBlueGreen",
        "AWS::SecretsManager-2020-07-23",
        "AWS::SecretsManager-2024-09-16",
    };

    private static readonly HashSet<string> PoolParts = new(StringComparer.Ordinal)
    {
        ResourceTypes.IdentityPool,
        ResourceTypes.RoleAttachment,
        ResourceTypes.PrincipalTag,
        ResourceTypes.Role,
    };

    /// <summary>The first macro or loop in a part of a template, with its place.</summary>
    public static (string Place, TemplateNode Node)? In(TemplateNode? node, string place) => IsIn(node) ? First(node, place) : null;

    private static bool IsIn(TemplateNode? node)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                return sequence.Items.Any(IsIn);
            case TemplateMapping mapping:
                foreach (var (key, value) in mapping)
                {
                    if (IsMacro(key) || IsIn(value))
                    {
                        return true;
                    }
                }

                return false;
            default:
                return false;
        }
    }

    private static (string Place, TemplateNode Node)? First(TemplateNode? node, string place) =>
        node switch
        {
            TemplateMapping mapping => mapping
                .Select(entry => IsMacro(entry.Key) ? (Join(place, entry.Key), entry.Value) : First(entry.Value, Join(place, entry.Key)))
                .FirstOrDefault(found => found is not null),
            TemplateSequence sequence => sequence.Select((item, index) => First(item, $"{place}[{index}]")).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static bool IsMacro(string key) => key == Transform || key.StartsWith(Loop, StringComparison.Ordinal);

    /// <summary>Refuses macros over the whole template, and those that make resources which may belong to a pool.</summary>
    /// <exception cref="DefinitionException">There is one.</exception>
    public static void Check(TemplateSource template, TemplateMapping root, TemplateMapping resources)
    {
        if (Nodes.Items(root["Transform"]).FirstOrDefault(macro => macro is not TemplateScalar { Text: var name } || !Harmless.Contains(name)) is { } other)
        {
            throw Refused("Transform", other);
        }

        if (root[Transform] is { } whole)
        {
            throw Refused(Transform, whole);
        }

        foreach (var (key, node) in resources.Where(entry => Intrinsic.IsFunction(entry.Key)))
        {
            if (!key.StartsWith(Loop, StringComparison.Ordinal) || MayTouch(template, node))
            {
                throw Refused("Resources." + key, node);
            }

            template.Warn(nameof(Messages.ImportResources), key);
        }
    }

    public static DefinitionException Refused(string place, TemplateNode node) => DefinitionErrors.Create(nameof(Messages.ImportMacro), place, place, node);

    private static bool MayTouch(TemplateSource template, TemplateNode loop) =>
        loop is not TemplateSequence { Items: [_, _, TemplateMapping { Count: > 0 } body] }
        || body.Any(entry =>
            entry.Key.StartsWith(Loop, StringComparison.Ordinal)
                ? MayTouch(template, entry.Value)
                : Intrinsic.IsFunction(entry.Key)
                    || entry.Value is not TemplateMapping resource
                    || resource["Type"] is not TemplateScalar { Text: var type }
                    || type.Contains("${", StringComparison.Ordinal)
                    || resource.Any(part => Intrinsic.IsFunction(part.Key))
                    || PoolParts.Contains(type)
                    || (PolicyIndex.IsPolicy(type) && template.Policies.MayName(new(template, entry.Key, type, resource), template.OfType(ResourceTypes.Role)))
        );

    private static string Join(string place, string key) => place.Length == 0 ? key : $"{place}.{key}";
}
