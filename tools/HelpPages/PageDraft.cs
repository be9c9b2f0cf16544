using System.Globalization;
using IdentityPools.HelpBuilder.Pages;

namespace IdentityPools.HelpPages;

/// <summary>A page that says what is true of a command and leaves open what only a person can say.</summary>
internal static class PageDraft
{
    public const string Placeholder = "{{ Say what this is }}";
    public const string CommonParameters = nameof(CommonParameters);

    /// <summary>What every page says of the parameters that every command has.</summary>
    public const string Common = """
        ### CommonParameters

        This cmdlet supports the common parameters: -Debug, -ErrorAction, -ErrorVariable,
        -InformationAction, -InformationVariable, -OutBuffer, -OutVariable, -PipelineVariable,
        -ProgressAction, -Verbose, -WarningAction, and -WarningVariable. For more information, see
        [about_CommonParameters](https://go.microsoft.com/fwlink/?LinkID=113216).
        """;

    /// <summary>The page.</summary>
    public static string Of(CommandFacts facts) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            ---
            document type: cmdlet
            external help file: IdentityPool.dll-Help.xml
            HelpUri: {facts.HelpUri}
            Locale: en-US
            Module Name: IdentityPool
            ms.date: {DateTime.UtcNow:MM/dd/yyyy}
            PlatyPS schema version: 2024-05-01
            title: {facts.Name}
            ---

            # {facts.Name}

            ## SYNOPSIS

            {Placeholder}

            ## SYNTAX

            ## ALIASES

            None.

            ## DESCRIPTION

            {Placeholder}

            ## EXAMPLES

            ### Example 1: {Placeholder}

            {Placeholder}

            ```powershell
            {facts.Name}
            ```

            ## PARAMETERS

            {Common}

            ## INPUTS

            ### None

            {Placeholder}

            ## OUTPUTS

            ## NOTES

            {Placeholder}

            ## RELATED LINKS

            - [Online Version]({facts.HelpUri})

            """
        );

    /// <summary>The section of the ways to call a command.</summary>
    public static string Syntax(CommandFacts facts) =>
        string.Join("\n\n", facts.Syntax.Select(syntax => $"### {syntax.ParameterSet}{(syntax.IsDefault ? " (Default)" : "")}\n\n```\n{syntax.Text}\n```"));

    /// <summary>The part of a parameter.</summary>
    public static string Parameter(string name, string description, ParameterFacts facts) => $"### -{name}\n\n{description}\n\n```yaml\n{Yaml(facts)}\n```";

    private static string Yaml(ParameterFacts facts) =>
        string.Join(
            '\n',
            [
                $"Type: {facts.Type}",
                $"DefaultValue: {Scalar(facts.DefaultValue)}",
                $"SupportsWildcards: {Flag(facts.SupportsWildcards)}",
                .. List("Aliases", facts.Aliases),
                "ParameterSets:",
                .. facts.ParameterSets.SelectMany(Set),
                $"DontShow: {Flag(facts.DontShow)}",
                .. List("AcceptedValues", facts.AcceptedValues),
                $"HelpMessage: {Scalar(facts.HelpMessage)}",
            ]
        );

    private static IEnumerable<string> Set(ParameterSetFacts set) =>
        [
            $"- Name: {set.Name}",
            $"  Position: {set.Position}",
            $"  IsRequired: {Flag(set.IsRequired)}",
            $"  ValueFromPipeline: {Flag(set.ValueFromPipeline)}",
            $"  ValueFromPipelineByPropertyName: {Flag(set.ValueFromPipelineByPropertyName)}",
            $"  ValueFromRemainingArguments: {Flag(set.ValueFromRemainingArguments)}",
        ];

    private static IEnumerable<string> List(string name, List<string> values) =>
        values.Count == 0 ? [$"{name}: []"] : [$"{name}:", .. values.Select(value => $"- {value}")];

    // Plain where it cannot be taken for something else.
    private static string Scalar(string text) =>
        text.Length > 0
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is ' ' or '-' or '.' or '_')
        && text.Trim() == text
        && text[0] is not '-'
            ? text
            : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Flag(bool value) => value ? "true" : "false";
}
