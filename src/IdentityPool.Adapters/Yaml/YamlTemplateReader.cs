using System.Text;
using IdentityPools.Template;
using IdentityPools.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IdentityPools.Yaml;

/// <summary>Reads the events of a parser as the tree of a template, and refuses what CloudFormation does not take.</summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html</remarks>
internal sealed class YamlTemplateReader(IParser parser)
{
    private const string TextTag = "tag:yaml.org,2002:str";
    private const string ListTag = "tag:yaml.org,2002:seq";
    private const string MapTag = "tag:yaml.org,2002:map";

    private int depth;

    public TemplateNode ReadDocument()
    {
        parser.Consume<StreamStart>();
        if (!parser.TryConsume<DocumentStart>(out _))
        {
            throw new TemplateTextException(TemplateTextErrorKind.Malformed, Messages.TemplateEmpty);
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
                CheckText(scalar);
                return scalar.Tag.IsEmpty ? Value(scalar) : Tagged(scalar, TextTag, scalar.Value);
            case SequenceStart start:
                return Tagged(start, ListTag, Nested(ReadSequence));
            case MappingStart start:
                return Tagged(start, MapTag, Nested(ReadMapping));
            default:
                var alias = parser.Consume<AnchorAlias>();
                throw NotSupported(nameof(Messages.YamlAlias), alias.Value.Value, alias.Start.Line);
        }
    }

    private TemplateNode Nested(Func<TemplateNode> read)
    {
        if (++depth > TemplateText.MaximumDepth)
        {
            throw new TemplateTextException(TemplateTextErrorKind.TooDeep, MessageText.Format(nameof(Messages.TemplateTooDeep), TemplateText.MaximumDepth));
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
                throw new TemplateTextException(TemplateTextErrorKind.DuplicateKey, MessageText.Format(nameof(Messages.TemplateDuplicateKey), key));
            }

            mapping.Add(key, ReadNode());
        }

        return mapping;
    }

    private string ReadKey()
    {
        // A tag on a key would make it a function, or another text than it looks.
        if (parser.Current is not Scalar { Tag: { IsEmpty: true } or { IsNonSpecific: true } or { Value: TextTag } } key)
        {
            throw NotSupported(nameof(Messages.YamlKey), parser.Current!.Start.Line);
        }

        parser.MoveNext();
        CheckText(key);
        return key is { Value: "<<", Style: ScalarStyle.Plain } ? throw NotSupported(nameof(Messages.YamlMerge), key.Start.Line) : key.Value;
    }

    /// <summary>Half of a surrogate pair is not text, and no form of a template could be written with it.</summary>
    private static void CheckText(Scalar scalar)
    {
        foreach (var rune in scalar.Value.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar && !scalar.Value.Contains('\uFFFD', StringComparison.Ordinal))
            {
                throw new YamlException(scalar.Start, scalar.End, MessageText.Format(nameof(Messages.YamlUnreadable)));
            }
        }
    }

    private static TemplateNode Value(Scalar scalar) =>
        scalar.Style != ScalarStyle.Plain ? scalar.Value
        // YamlDotNet reads over the colon of a plain key that holds a star; better refused than read as something else.
        : scalar.Value.EndsWith(':') || scalar.Value.Contains(": ", StringComparison.Ordinal)
            ? throw NotSupported(nameof(Messages.YamlColon), scalar.Start.Line)
        : YamlScalars.Resolve(scalar.Value);

    /// <summary>A node by its tag: itself, when the tag says what it is anyway, or the argument of a function.</summary>
    private static TemplateNode Tagged(NodeEvent start, string ownTag, TemplateNode node)
    {
        var tag = start.Tag;
        return tag.IsEmpty || tag.IsNonSpecific || tag.Value == ownTag ? node
            : YamlFunctions.OfTag(tag.Value) is { } function ? Call(function, node)
            : throw NotSupported(nameof(Messages.YamlTag), tag.Value, start.Start.Line);
    }

    private static TemplateMapping Call(string function, TemplateNode argument)
    {
        var call = TemplateMapping.Single(function, argument);
        return function == Intrinsic.GetAtt && argument is TemplateScalar ? (TemplateMapping)Intrinsic.Uniform(call) : call;
    }

    private static TemplateTextException NotSupported(string sentence, params object?[] arguments) =>
        new(TemplateTextErrorKind.NotSupported, MessageText.Format(sentence, arguments));
}
