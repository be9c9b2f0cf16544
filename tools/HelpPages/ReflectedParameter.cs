using System.Globalization;
using System.Management.Automation;
using IdentityPools.HelpBuilder.Pages;

namespace IdentityPools.HelpPages;

/// <summary>What is true of a parameter.</summary>
internal static class ReflectedParameter
{
    /// <summary>The facts of a parameter; what counts when it is left out is known for switches only.</summary>
    public static ParameterFacts Of(ParameterMetadata parameter) =>
        new()
        {
            Type = TypeName(parameter.ParameterType),
            DefaultValue = parameter.SwitchParameter ? "False" : "",
            SupportsWildcards = parameter.Attributes.OfType<SupportsWildcardsAttribute>().Any(),
            Aliases = [.. parameter.Aliases],
            ParameterSets =
            [
                .. parameter
                    .ParameterSets.Where(set => !IsHidden(parameter.Attributes, set.Key))
                    .OrderBy(set => set.Key, StringComparer.Ordinal)
                    .Select(set => Set(set.Key, set.Value)),
            ],
            DontShow = false,
            AcceptedValues = [.. AcceptedValues(parameter)],
            HelpMessage = parameter.ParameterSets.Values.Select(set => set.HelpMessage).FirstOrDefault(message => !string.IsNullOrEmpty(message)) ?? "",
        };

    /// <summary>The name of a type; that a value may be left out is not part of it, and a word of a closed set is one of the enumeration.</summary>
    public static string TypeName(Type type) =>
        type.IsArray ? $"{TypeName(type.GetElementType()!)}[]" : (Nullable.GetUnderlyingType(type) ?? Enumeration(type) ?? type).FullName!;

    /// <summary>Whether a parameter is part of a set only so that an error can name it: no page shows it there.</summary>
    public static bool IsHidden(IEnumerable<Attribute> attributes, string set) =>
        attributes.OfType<ParameterAttribute>().Any(attribute => attribute.DontShow && attribute.ParameterSetName == set);

    private static Type? Enumeration(Type type) => type is { IsGenericType: true, Name: "ChoiceArgument`1" } ? type.GetGenericArguments()[0] : null;

    private static ParameterSetFacts Set(string name, ParameterSetMetadata set) =>
        new()
        {
            Name = name == ParameterAttribute.AllParameterSets ? ParameterSetFacts.All : name,
            Position = set.Position == int.MinValue ? ParameterSetFacts.Named : set.Position.ToString(CultureInfo.InvariantCulture),
            IsRequired = set.IsMandatory,
            ValueFromPipeline = set.ValueFromPipeline,
            ValueFromPipelineByPropertyName = set.ValueFromPipelineByPropertyName,
            ValueFromRemainingArguments = set.ValueFromRemainingArguments,
        };

    private static IEnumerable<string> AcceptedValues(ParameterMetadata parameter)
    {
        var type = parameter.ParameterType.GetElementType() ?? parameter.ParameterType;
        type = Nullable.GetUnderlyingType(type) ?? Enumeration(type) ?? type;
        return type.IsEnum ? Enum.GetNames(type) : parameter.Attributes.OfType<ValidateSetAttribute>().SelectMany(attribute => attribute.ValidValues);
    }
}
