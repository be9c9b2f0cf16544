using IdentityPools.Template;
using IdentityPools.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IdentityPools.Yaml;

/// <summary>Writes the tree of a template as people write it: blocks, short tags, quotes only where text needs them.</summary>
/// <param name="emitter">Takes the events.</param>
/// <param name="isFlow">Whether all of it is written on one line.</param>
internal sealed class YamlTemplateWriter(IEmitter emitter, bool isFlow)
{
    public void WriteDocument(TemplateNode root)
    {
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: true));
        WriteNode(root);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
    }

    private void WriteNode(TemplateNode node)
    {
        switch (node)
        {
            case TemplateScalar { Kind: TemplateScalarKind.Text } scalar:
                WriteText(scalar.Text);
                break;
            case TemplateScalar scalar:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, scalar.Text, ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
            case TemplateSequence sequence:
                WriteSequence(sequence, TagName.Empty);
                break;
            case TemplateMapping { Count: 1 } mapping
                when mapping.First() is var (function, argument) && YamlFunctions.TagOf(function) is { } tag && WriteShort(tag, function, argument):
                break;
            case TemplateMapping mapping:
                WriteMapping(mapping);
                break;
        }
    }

    /// <summary>Writes a function by its tag, where YAML lets a tag stand before its argument; a function in a function on one line it does not.</summary>
    private bool WriteShort(string tag, string function, TemplateNode argument)
    {
        switch (argument)
        {
            case TemplateSequence
            {
                Items: [TemplateScalar { Kind: TemplateScalarKind.Text, Text.Length: > 0 } resource, TemplateScalar { Kind: TemplateScalarKind.Text } attribute]
            } when function == Intrinsic.GetAtt && !resource.Text.Contains('.', StringComparison.Ordinal):
                WriteText($"{resource.Text}.{attribute.Text}", tag);
                return true;
            case TemplateScalar { Kind: TemplateScalarKind.Text } scalar when function != Intrinsic.GetAtt:
                WriteText(scalar.Text, tag);
                return true;
            case TemplateSequence sequence when function != Intrinsic.GetAtt:
                WriteSequence(sequence, tag);
                return true;
            default:
                return false;
        }
    }

    private void WriteText(string text, string? tag = null)
    {
        var style = YamlScalars.StyleOf(text);
        emitter.Emit(
            tag is null
                ? new Scalar(
                    AnchorName.Empty,
                    TagName.Empty,
                    text,
                    style,
                    isPlainImplicit: style == ScalarStyle.Plain,
                    isQuotedImplicit: style != ScalarStyle.Plain
                )
                : new Scalar(AnchorName.Empty, tag, text, style, isPlainImplicit: false, isQuotedImplicit: false)
        );
    }

    private void WriteSequence(TemplateSequence sequence, TagName tag)
    {
        var style = isFlow || sequence.Items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block;
        emitter.Emit(new SequenceStart(AnchorName.Empty, tag, tag.IsEmpty, style));
        foreach (var item in sequence.Items)
        {
            WriteNode(item);
        }

        emitter.Emit(new SequenceEnd());
    }

    private void WriteMapping(TemplateMapping mapping)
    {
        emitter.Emit(
            new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, isFlow || mapping.Count == 0 ? MappingStyle.Flow : MappingStyle.Block)
        );
        foreach (var (key, value) in mapping)
        {
            WriteText(key);
            WriteNode(value);
        }

        emitter.Emit(new MappingEnd());
    }
}
