using System.Globalization;
using System.Text.RegularExpressions;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The values of a template's parameters: those that are given, else the defaults.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/parameters-section-structure.html</remarks>
internal sealed class ParameterValues
{
    private const string Masked = "********";

    /// <summary>A pattern of another's may take for ever.</summary>
    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private readonly TemplateMapping declared;
    private readonly IReadOnlyDictionary<string, TemplateNode>? given;
    private readonly Dictionary<string, TemplateNode?> found = new(StringComparer.Ordinal);

    /// <exception cref="DefinitionException">A value is given for a parameter that the template does not have, or is not one that it allows.</exception>
    public ParameterValues(TemplateMapping declared, IReadOnlyDictionary<string, TemplateNode>? given)
    {
        this.declared = declared;
        this.given = given;
        foreach (var (name, value) in given ?? new Dictionary<string, TemplateNode>())
        {
            if (declared[name] is null)
            {
                throw DefinitionErrors.Create(
                    nameof(Messages.ParameterValueUnknown),
                    name,
                    name,
                    string.Join(", ", declared.Select(entry => entry.Key).DefaultIfEmpty(Messages.None))
                );
            }

            Check(name, value);
        }
    }

    /// <summary>The secrets among the values that are given.</summary>
    public IReadOnlyDictionary<string, ProviderSecret> Secrets =>
        (given ?? new Dictionary<string, TemplateNode>())
            .Where(entry => IsSecret(entry.Key) && entry.Value is TemplateScalar)
            .ToDictionary(entry => entry.Key, entry => ProviderSecret.From(((TemplateScalar)entry.Value).Text), StringComparer.Ordinal);

    public bool IsDeclared(string name) => declared[name] is not null;

    /// <summary>Whether a parameter's value must not be shown.</summary>
    public bool IsSecret(string name) => (declared[name] as TemplateMapping)?["NoEcho"] is TemplateScalar { Text: "true" or "True" or "TRUE" };

    /// <summary>Whether parameters stay as they are, and nobody asks for values.</summary>
    public bool AreKept => given is null;

    /// <summary>Whether the default of a parameter is the name of one in Systems Manager, which only AWS can look up.</summary>
    public bool IsOfSystemsManager(string name) => TypeOf(name).StartsWith("AWS::SSM::Parameter::", StringComparison.Ordinal);

    /// <summary>The value: text, or a list of text; null where none is known.</summary>
    public TemplateNode? Find(string name)
    {
        if (!found.TryGetValue(name, out var value))
        {
            value = Value(name);
            found.Add(name, value);
        }

        return value;
    }

    private TemplateNode? Value(string name)
    {
        if (given is null || declared[name] is not TemplateMapping parameter)
        {
            return null;
        }

        if (!given.TryGetValue(name, out var value))
        {
            value = IsOfSystemsManager(name) ? null : parameter["Default"];
        }

        return value switch
        {
            null => null,
            _ when IsList(TypeOf(name)) => new TemplateSequence(Items(value).Select(item => (TemplateNode)item)),
            TemplateScalar scalar => scalar.Text,
            _ => null,
        };
    }

    private static bool IsList(string type) =>
        type == "CommaDelimitedList" || type.Contains("List<", StringComparison.Ordinal) || type.EndsWith("<CommaDelimitedList>", StringComparison.Ordinal);

    private static bool IsNumber(string type) => type is "Number" or "List<Number>";

    private static IEnumerable<string> Items(TemplateNode value) =>
        value switch
        {
            TemplateSequence sequence => sequence.OfType<TemplateScalar>().Select(item => item.Text),
            TemplateScalar { Text: "" } => [],
            TemplateScalar { Text: var text } => text.Split(',').Select(item => item.Trim()),
            _ => [],
        };

    private string TypeOf(string name) => ((declared[name] as TemplateMapping)?["Type"] as TemplateScalar)?.Text ?? "String";

    private void Check(string name, TemplateNode value)
    {
        var type = TypeOf(name);
        var isList = IsList(type);
        if (
            value is not TemplateScalar { Kind: not TemplateScalarKind.Null }
            && !(isList && value is TemplateSequence items && items.All(item => item is TemplateScalar))
        )
        {
            throw Invalid(name, Shown(name, value), isList ? nameof(Messages.ParameterValueNotList) : nameof(Messages.ParameterValueNotText));
        }

        foreach (var text in isList ? Items(value) : [((TemplateScalar)value).Text])
        {
            CheckText(name, IsNumber(type), text);
        }
    }

    private void CheckText(string name, bool isNumber, string text)
    {
        var parameter = declared[name] as TemplateMapping ?? [];
        if (isNumber && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            throw Invalid(name, Shown(name, text), nameof(Messages.ParameterValueNotNumber));
        }

        if (parameter["AllowedValues"] is TemplateSequence allowed && !allowed.OfType<TemplateScalar>().Any(value => value.Text == text))
        {
            throw Invalid(
                name,
                Shown(name, text),
                nameof(Messages.ParameterValueNotAllowed),
                IsSecret(name) ? Masked : string.Join(", ", allowed.OfType<TemplateScalar>().Select(value => value.Text))
            );
        }

        if (Bound(parameter, "MinLength") > text.Length || Bound(parameter, "MaxLength") < text.Length)
        {
            throw Invalid(
                name,
                Shown(name, text),
                nameof(Messages.ParameterValueLength),
                text.Length,
                Limit(parameter, "MinLength"),
                Limit(parameter, "MaxLength")
            );
        }

        if (
            isNumber
            && decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture) is var number
            && (Bound(parameter, "MinValue") > number || Bound(parameter, "MaxValue") < number)
        )
        {
            throw Invalid(name, Shown(name, text), nameof(Messages.ParameterValueRange), Limit(parameter, "MinValue"), Limit(parameter, "MaxValue"));
        }

        if (parameter["AllowedPattern"] is TemplateScalar { Text: var pattern } && !Matches(text, pattern))
        {
            throw Invalid(name, Shown(name, text), nameof(Messages.ParameterValuePattern), pattern);
        }
    }

    /// <summary>Whether all of the text has the pattern. What this machine cannot tell in time, or at all, CloudFormation will.</summary>
    private static bool Matches(string text, string pattern)
    {
        try
        {
            return Regex.IsMatch(text, $@"\A(?:{pattern})\z", RegexOptions.CultureInvariant, PatternTime);
        }
        catch (Exception exception) when (exception is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }

    private static decimal? Bound(TemplateMapping parameter, string name) =>
        parameter[name] is TemplateScalar { Text: var text } && decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    private static string Limit(TemplateMapping parameter, string name) => (parameter[name] as TemplateScalar)?.Text ?? Messages.None;

    private object Shown(string name, object value) => IsSecret(name) ? Masked : value;

    private static DefinitionException Invalid(string name, object shown, string sentence, params object[] more) =>
        DefinitionErrors.CreateWithSentence(nameof(Messages.ParameterValueInvalid), sentence, name, [name, shown, .. more]);
}
