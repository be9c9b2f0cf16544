using IdentityPools.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace IdentityPools.Yaml;

/// <summary>The events of a text, with one kind of exception for every text that has none.</summary>
internal sealed class YamlEvents(TextReader text, Action? proceed) : IParser
{
    private readonly Parser parser = new(text);

    public ParsingEvent? Current => parser.Current;

    public bool MoveNext()
    {
        proceed?.Invoke();
        try
        {
            return parser.MoveNext();
        }
        // The parser forgets to check a few things: code points beyond Unicode, tags that are no URI, flow text that returns to the margin.
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            var place = Current?.End ?? Mark.Empty;
            throw new YamlException(place, place, MessageText.Format(nameof(Messages.YamlUnreadable)), exception);
        }
    }
}
