using System.Collections;
using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;

namespace IdentityPools.Commands;

/// <summary>Defines an OpenID Connect provider of IAM that is created with an identity pool.</summary>
[Cmdlet(VerbsCommon.New, "OpenIdConnectProvider", HelpUri = HelpPages.Base + "New-OpenIdConnectProvider.md")]
[OutputType(typeof(OpenIdConnectProvider))]
public sealed class NewOpenIdConnectProviderCommand : PSCmdlet
{
    /// <summary>The issuer, https://...</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument Url { get; set; } = null!;

    /// <summary>The audiences that the provider accepts.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument[]? ClientId { get; set; }

    /// <summary>SHA-1 thumbprints of the issuer's certificates. AWS finds them itself for most issuers.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNull]
    public TemplateArgument[]? Thumbprint { get; set; }

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
    protected override void ProcessRecord() =>
        this.WriteDefined(
            InputObject,
            () =>
                OpenIdConnectProvider.Define(WrittenIssuer.Check(Url.Value), TemplateArgument.ValuesOf(ClientId), TemplateArgument.ValuesOf(Thumbprint), Tags())
        );

    private ValueMap<TemplateValue> Tags() => TagRules.Create(PSValue.Entries(Tag, nameof(Tag)));
}
