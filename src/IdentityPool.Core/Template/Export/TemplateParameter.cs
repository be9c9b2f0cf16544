using System.Globalization;
using System.Text.RegularExpressions;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>A parameter of a template, declared by whoever writes the template: for what differs between stages.</summary>
/// <param name="Name">The name, by which definitions refer to it.</param>
/// <param name="Attributes">What CloudFormation is told of it.</param>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html</remarks>
internal sealed partial record TemplateParameter(string Name, TemplateMapping Attributes)
{
    private const string Type = "Type";
    private const string Default = "Default";
    private const string NoEcho = "NoEcho";

    /// <summary>The attributes in the order in which people write them.</summary>
    private static readonly string[] Known =
    [
        Type,
        NoEcho,
        Default,
        "AllowedValues",
        "AllowedPattern",
        "ConstraintDescription",
        "MinLength",
        "MaxLength",
        "MinValue",
        "MaxValue",
        "Description",
    ];

    /// <summary>A parameter: a plain value is its default, a map has its attributes.</summary>
    /// <exception cref="DefinitionException">The name cannot be, or CloudFormation knows no such attribute.</exception>
    public static TemplateParameter Create(string name, object? value)
    {
        if (name.Length > Limits.ParameterNameLength || !NamePattern().IsMatch(name))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidParameterName), name, name, Limits.ParameterNameLength);
        }

        var node = TemplateObject.ToNode(value);
        var given = node switch
        {
            TemplateMapping map => map,
            TemplateScalar => TemplateMapping.Single(Default, node),
            _ => throw DefinitionErrors.Create(nameof(Messages.InvalidParameterValue), value, name),
        };
        Check(name, given);
        return new(name, InOrder(given));
    }

    /// <summary>What was declared, together with what the template says of a secret itself: that it is one.</summary>
    /// <exception cref="DefinitionException">A secret is given a default, which would stand in the template.</exception>
    public TemplateMapping MergeInto(TemplateMapping made)
    {
        if (made[NoEcho] is null)
        {
            return Attributes;
        }

        if (Attributes[Default] is not null)
        {
            throw DefaultOfSecret(Name);
        }

        var kept = made.Where(entry => entry.Key is Type or NoEcho || Attributes[entry.Key] is null);
        return InOrder(new(kept.Concat(Attributes.Where(entry => entry.Key is not (Type or NoEcho)))));
    }

    private static TemplateMapping InOrder(TemplateMapping given)
    {
        var result = new TemplateMapping();
        foreach (var key in Known)
        {
            result.Add(key, given[key] ?? (key == Type ? "String" : null));
        }

        return result;
    }

    private static void Check(string name, TemplateMapping given)
    {
        foreach (var (key, value) in given)
        {
            if (!Known.Contains(key))
            {
                throw DefinitionErrors.Create(nameof(Messages.UnknownParameterAttribute), key, name, key, string.Join(", ", Known));
            }

            if (key == "AllowedValues" ? value is not TemplateSequence sequence || !sequence.Any() : value is not TemplateScalar)
            {
                throw DefinitionErrors.Create(nameof(Messages.InvalidParameterAttribute), key, name, key);
            }
        }

        if (given[Type] is TemplateScalar type && !TypePattern().IsMatch(type.Text))
        {
            throw DefinitionErrors.Create(nameof(Messages.InvalidParameterType), type.Text, name, type.Text);
        }

        if (given["Description"] is TemplateScalar text && System.Text.Encoding.UTF8.GetByteCount(text.Text) > Limits.DescriptionBytes)
        {
            throw DefinitionErrors.Create(nameof(Messages.ParameterDescriptionTooLong), name, name, Limits.DescriptionBytes);
        }

        if (given[NoEcho] is TemplateScalar { Text: var flag } && flag.Equals("true", StringComparison.OrdinalIgnoreCase) && given[Default] is not null)
        {
            throw DefaultOfSecret(name);
        }

        CheckDefault(name, given);
    }

    private static void CheckDefault(string name, TemplateMapping given)
    {
        if (given[Default] is not TemplateScalar { Text: var text })
        {
            return;
        }

        if (given["AllowedValues"] is TemplateSequence allowed && !allowed.OfType<TemplateScalar>().Any(value => value.Text == text))
        {
            var values = string.Join(", ", allowed.OfType<TemplateScalar>().Select(value => value.Text));
            throw DefinitionErrors.Create(nameof(Messages.ParameterDefaultNotAllowed), text, name, text, values);
        }

        if (Number(given["MinLength"]) > text.Length || Number(given["MaxLength"]) < text.Length)
        {
            throw DefinitionErrors.Create(nameof(Messages.ParameterDefaultLength), text, name, text, text.Length);
        }
    }

    private static long? Number(TemplateNode? node) =>
        node is TemplateScalar { Text: var text } && long.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DefinitionException DefaultOfSecret(string name) => DefinitionErrors.Create(nameof(Messages.ParameterDefaultOfSecret), name, name);

    [GeneratedRegex(@"\A[A-Za-z0-9]+\z")]
    private static partial Regex NamePattern();

    [GeneratedRegex(@"\A(String|Number|List<Number>|CommaDelimitedList|List<AWS::[A-Za-z0-9]+::[A-Za-z0-9.:]+>|AWS::[A-Za-z0-9]+::[A-Za-z0-9.:<>]+)\z")]
    private static partial Regex TypePattern();
}
