using System.Text;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;
using YamlDotNet.Core;

namespace IdentityPools.Yaml;

/// <summary>Templates as YAML, with the short function tags of CloudFormation.</summary>
public sealed class YamlTemplateText : ITemplateText
{
    // Nothing may be folded: a line break that is not in the text would change it for readers that fold differently.
    private static readonly EmitterSettings Unfolded = new EmitterSettings().WithBestWidth(int.MaxValue).WithNewLine("\n");

    /// <inheritdoc/>
    public TemplateNode Read(string text, Action? proceed = null)
    {
        try
        {
            using var reader = new StringReader(text);
            return new YamlTemplateReader(new YamlEvents(reader, proceed)).ReadDocument();
        }
        catch (YamlException exception)
        {
            throw new TemplateTextException(
                TemplateTextErrorKind.Malformed,
                MessageText.Format(nameof(Messages.TemplateMalformed), "YAML", exception.Start.Line, exception.Start.Column, exception.Message),
                exception
            );
        }
    }

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Write(TemplateNode root) => Write(root, TextLayout.Usual);

    /// <inheritdoc/>
    public ReadOnlyMemory<byte> Write(TemplateNode root, TextLayout layout)
    {
        var settings = Unfolded.WithBestIndent(layout.Indent);
        using var writer = new StringWriter();
        new YamlTemplateWriter(new Emitter(writer, layout.IsSequenceIndented ? settings.WithIndentedSequences() : settings), layout.IsFlow).WriteDocument(root);
        // The emitter escapes what YAML does not take, not what people do not see.
        return Encoding.UTF8.GetBytes(ShownText.Escaped(writer.ToString()));
    }

    /// <inheritdoc/>
    public TextPart Locate(string text)
    {
        using var reader = new StringReader(text);
        return new YamlPlaces(new YamlEvents(reader, null), text).FindDocument();
    }
}
