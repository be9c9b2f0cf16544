using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>The parameters of a template that hold Twitter's secret. Their defaults show it to who reads the template.</summary>
internal static class TwitterParameters
{
    private const string Default = nameof(Default);

    /// <summary>The parameters without the secrets that are defaults; whoever deploys the template gives them.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="users">What uses them.</param>
    /// <param name="warn">Told the name of each that had one.</param>
    public static TemplateMapping WithoutSecrets(TemplateMapping parameters, TemplateNode users, Action<string> warn)
    {
        foreach (var name in Shown(parameters, users))
        {
            parameters = parameters.With(name, ((TemplateMapping)parameters[name]!).With(Default, null).With("NoEcho", true));
            warn(name);
        }

        return parameters;
    }

    /// <summary>The parameters of which the default is a secret.</summary>
    public static IReadOnlyList<string> Shown(TemplateMapping parameters, TemplateNode users) =>
        [.. Names(users).Distinct().Where(name => parameters[name] is TemplateMapping parameter && IsShown(parameter))];

    private static bool IsShown(TemplateMapping parameter) =>
        // The default of a parameter of Systems Manager is its name there.
        (parameter["Type"] as TemplateScalar)?.Text == "String"
        && parameter[Default] is TemplateScalar { Text: { Length: > 0 } text }
        && !text.StartsWith("{{resolve:", StringComparison.Ordinal);

    private static IEnumerable<string> Names(TemplateNode node) =>
        node switch
        {
            TemplateSequence sequence => sequence.SelectMany(Names),
            TemplateMapping mapping => mapping.SelectMany(entry => entry.Key == OriginImporter.Twitter ? OfSecret(entry.Value) : Names(entry.Value)),
            _ => [],
        };

    /// <summary>The names behind the key's semicolon; all of them where none is written.</summary>
    private static IEnumerable<string> OfSecret(TemplateNode value)
    {
        var parts = TextParts.Split(value);
        var end = parts.FindIndex(part => part is TemplateScalar { Text: var text } && text.Contains(';', StringComparison.Ordinal));
        return parts
            .Skip(end)
            .SelectMany(part => References.In(Intrinsic.Uniform(part)))
            .Where(reference => reference.Attribute is null)
            .Select(reference => reference.Name);
    }
}
