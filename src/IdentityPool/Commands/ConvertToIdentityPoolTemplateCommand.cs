using System.Management.Automation;
using System.Text;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Files;
using IdentityPools.Template;

namespace IdentityPools.Commands;

/// <summary>Writes definitions as the text of one CloudFormation template.</summary>
[Cmdlet(VerbsData.ConvertTo, "IdentityPoolTemplate", HelpUri = HelpPages.Base + "ConvertTo-IdentityPoolTemplate.md")]
[OutputType(typeof(string))]
public sealed class ConvertToIdentityPoolTemplateCommand : TemplateCommand
{
    private TemplateFormat format;

    /// <summary>Yaml or Json.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<TemplateFormat>))]
    public ChoiceArgument<TemplateFormat>? Format { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        format = this.ReadArgument(() => Format?.Value ?? TemplateFormat.Yaml);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (Pools.Count > 0)
        {
            // All pools make one text: what is wrong with one of them leaves nothing to go on with.
            var text = this.ReadArgument(() => Encoding.UTF8.GetString(TemplateFiles.Single(Distinct(), Options, TemplateTexts.For(format)).Span));
            WarnOfLeftOut();
            WriteObject(text);
        }
    }
}
