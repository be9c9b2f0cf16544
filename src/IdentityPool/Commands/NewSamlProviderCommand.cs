using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>Defines a SAML provider of IAM that is created with an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "SamlProvider", DefaultParameterSetName = PathSet, HelpUri = HelpPages.Base + "New-SamlProvider.md")]
[OutputType(typeof(SamlProvider))]
public sealed class NewSamlProviderCommand : StoppableCommand
{
    internal const string PathSet = "MetadataPath";
    internal const string DocumentSet = "MetadataDocument";

    /// <summary>The name, 1 to 128 characters. Without one CloudFormation makes one up.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    public TemplateArgument? Name { get; set; }

    /// <summary>The metadata document of the provider's owner, or an intrinsic function that gives it.</summary>
    [Parameter(Mandatory = true, ParameterSetName = DocumentSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument MetadataDocument { get; set; } = null!;

    /// <summary>The file that holds the metadata document; taken literally.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(MetadataFileCompleter))]
    public string MetadataPath { get; set; } = null!;

    /// <summary>Tags of the provider.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(TagCompleter))]
    public IDictionary? Tag { get; set; }

    /// <summary>Nothing: it makes a definition that comes by the pipeline an error, in place of taking a few of its properties.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public IDefinition? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => this.CheckArguments(() => Tags());

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteDefined(InputObject, () => SamlProvider.Define(Name?.Value, Document(), Tags()));

    private TemplateValue Document() =>
        ParameterSetName == DocumentSet
            ? MetadataDocument.Value
            // Up to four bytes a character.
            : ReadText(new PathResolver(SessionState.Path).Literal(MetadataPath), MetadataPath, Limits.SamlMetadata.Maximum * 4);

    private ValueMap<TemplateValue> Tags() => TagRules.Create(PSValue.Entries(Tag, nameof(Tag)));
}
