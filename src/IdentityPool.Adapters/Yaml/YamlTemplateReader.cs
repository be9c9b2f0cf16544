using IdentityPools.Template;
using IdentityPools.Validation;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IdentityPools.Yaml;

/// <summary>Reads the events of a parser as the tree of a template, and refuses what CloudFormation does not take.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html</remarks>
internal sealed class YamlTemplateReader(IParser parser)
{
    private const string TextTag = "tag:yaml.org,2002:str";

    private int depth;

    public TemplateNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            throw new TemplateTextException(TemplateTextFault.Malformed, Messages.TemplateEmpty);
        }

        var root = ReadNode();
        parser.Consume<DocumentEnd>();
        return parser.TryConsume<StreamEnd>(out _) ? root : throw NotSupported(nameof(Messages.YamlDocuments));
    }

    private TemplateNode ReadNode()
    {
        switch (parser.Current)
        {
            case Scalar scalar:
                parser.MoveNext();
                return scalar.Tag.IsEmpty || scalar.Tag.IsNonSpecific || scalar.Tag.Value == TextTag ? Value(scalar) : Function(scalar.Tag, scalar.Value);
            case SequenceStart { Tag: var tag }:
                return Tagged(tag, Nested(ReadSequence));
            case MappingStart { Tag: var tag }:
                return Tagged(tag, Nested(ReadMapping));
            case AnchorAlias alias:
                throw NotSupported(nameof(Messages.YamlAlias), alias.Value.Value, alias.Start.Line);
            default:
                throw NotSupported(nameof(Messages.TemplateEmpty));
        }
    }

    private TemplateNode Nested(Func<TemplateNode> read)
    {
        if (++depth > TemplateText.MaximumDepth)
        {
            throw new TemplateTextException(TemplateTextFault.TooDeep, Fault.Sentence(nameof(Messages.TemplateTooDeep), TemplateText.MaximumDepth));
        }

        parser.MoveNext();
        var node = read();
        depth--;
        return node;
    }

    private TemplateSequence ReadSequence()
    {
        var items = new List<TemplateNode>();
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(ReadNode());
        }

        return new(items);
    }

    private TemplateMapping ReadMapping()
    {
        var mapping = new TemplateMapping();
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var key = ReadKey();
            if (mapping[key] is not null)
            {
                throw new TemplateTextException(TemplateTextFault.DuplicateKey, Fault.Sentence(nameof(Messages.TemplateDuplicateKey), key));
            }

            mapping.Add(key, ReadNode());
        }

        return mapping;
    }

    private string ReadKey()
    {
        if (parser.Current is not Scalar key)
        {
            throw NotSupported(nameof(Messages.YamlKey), parser.Current!.Start.Line);
        }

        parser.MoveNext();
        return key is { Value: "<<", Style: ScalarStyle.Plain } ? throw NotSupported(nameof(Messages.YamlMerge), key.Start.Line) : key.Value;
    }

    private static TemplateNode Value(Scalar scalar) =>
        scalar.Style == ScalarStyle.Plain && scalar.Tag.IsEmpty ? YamlScalars.Resolve(scalar.Value) : scalar.Value;

    private static TemplateNode Tagged(TagName tag, TemplateNode node) => tag.IsEmpty || tag.IsNonSpecific || !tag.IsLocal ? node : Function(tag, node);

    private static TemplateMapping Function(TagName tag, TemplateNode argument)
    {
        var name = YamlFunctions.OfTag(tag.Value) ?? throw NotSupported(nameof(Messages.YamlTag), tag.Value);
        var isAttribute = name == Intrinsic.GetAtt && argument is TemplateScalar { Text: var text } && text.Contains('.', StringComparison.Ordinal);
        return isAttribute ? (TemplateMapping)Intrinsic.Uniform(TemplateMapping.Of(name, argument)) : TemplateMapping.Of(name, argument);
    }

    private static TemplateTextException NotSupported(string sentence, params object?[] arguments) =>
        new(TemplateTextFault.NotSupported, Fault.Sentence(sentence, arguments));
}
