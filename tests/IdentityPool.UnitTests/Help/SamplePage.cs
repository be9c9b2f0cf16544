namespace IdentityPools.UnitTests.Help;

/// <summary>A short page that is as it must be.</summary>
internal static class SamplePage
{
    public const string Text = """
        ---
        document type: cmdlet
        external help file: IdentityPool.dll-Help.xml
        HelpUri: https://shop.example/Get-Sample.md
        Locale: en-US
        Module Name: IdentityPool
        ms.date: 11/23/2026
        PlatyPS schema version: 2024-05-01
        title: Get-Sample
        ---

        # Get-Sample

        ## SYNOPSIS

        Gets a sample.

        ## SYNTAX

        ### __AllParameterSets

        ```
        Get-Sample [[-Name] <string>] [-Force]
        ```

        ## ALIASES

        None.

        ## DESCRIPTION

        Gets one of the samples that there are, by its name, which is longer than a line of help may be.

        ## EXAMPLES

        ### Example 1: Get one

        It is shown.

        ```powershell
        Get-Sample one
        ```

        ```Output
        one <two> & "three"
        ```

        That is all.

        ## PARAMETERS

        ### -Force

        Gets it even so.

        ```yaml
        Type: System.Management.Automation.SwitchParameter
        DefaultValue: False
        SupportsWildcards: false
        Aliases: []
        ParameterSets:
        - Name: (All)
          Position: Named
          IsRequired: false
          ValueFromPipeline: false
          ValueFromPipelineByPropertyName: false
          ValueFromRemainingArguments: false
        DontShow: false
        AcceptedValues: []
        HelpMessage: ''
        ```

        ### -Name

        The name.

        ```yaml
        Type: System.String
        DefaultValue: ''
        SupportsWildcards: true
        Aliases:
        - Id
        - Key
        ParameterSets:
        - Name: (All)
          Position: 0
          IsRequired: false
          ValueFromPipeline: true
          ValueFromPipelineByPropertyName: true
          ValueFromRemainingArguments: false
        DontShow: false
        AcceptedValues:
        - one
        - two
        HelpMessage: ''
        ```

        ## INPUTS

        ### System.String

        The name.

        ## OUTPUTS

        ### System.String

        The sample.

        ## NOTES

        A note.

        ## RELATED LINKS

        - [Online Version](https://shop.example/Get-Sample.md)
        - [Get-Sample](Get-Sample.md)

        """;
}
