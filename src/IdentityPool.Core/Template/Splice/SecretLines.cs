using IdentityPools.Ports;

namespace IdentityPools.Template;

/// <summary>The lines of a template that hold Twitter's secret, which nobody shall be shown.</summary>
internal static class SecretLines
{
    private const string Parameters = nameof(Parameters);

    /// <summary>The places of the lines, from 0.</summary>
    public static IReadOnlySet<int> In(string text, ITemplateText form)
    {
        var root = form.Read(text);
        var place = form.Locate(text);
        var parameters =
            (root as TemplateMapping)?[Parameters] is TemplateMapping all && TwitterParameters.Shown(all, root) is { Count: > 0 } shown
                ? Children(root, place)
                    .Where(child => child.Key == Parameters)
                    .SelectMany(child => Children(child.Node, child.Part).Where(parameter => shown.Contains(parameter.Key)).Select(parameter => parameter.Part))
                : [];
        var lines = new HashSet<int>();
        foreach (var part in Secrets(root, place).Concat(parameters))
        {
            var first = text.AsSpan(0, part.Start).Count('\n');
            lines.UnionWith(Enumerable.Range(first, text.AsSpan(part.Start, part.End - part.Start).Count('\n') + 1));
        }

        return lines;
    }

    private static IEnumerable<TextPart> Secrets(TemplateNode node, TextPart part)
    {
        if (!IsSecret(node))
        {
            return [];
        }

        var children = Children(node, part).ToList();
        return children.Count == 0
            ? [part]
            : children.SelectMany(child =>
                child.Key != OriginImporter.Twitter ? Secrets(child.Node, child.Part)
                : IsSecret(TemplateMapping.Single(child.Key, child.Node)) ? [child.Part]
                : []
            );
    }

    private static bool IsSecret(TemplateNode node) => !OriginImporter.WithoutSecret(node, new(IdentityPool.Create(new()))).Equals(node);

    /// <summary>The parts of a map or list with their places; none where it has a place only as a whole.</summary>
    private static IEnumerable<(string Key, TemplateNode Node, TextPart Part)> Children(TemplateNode node, TextPart part) =>
        node switch
        {
            TemplateMapping map when map.Count == part.Entries?.Count => map.Zip(part.Entries, (entry, place) => (entry.Key, entry.Value, place.Value)),
            TemplateSequence list when list.Items.Count == part.Entries?.Count => list.Zip(part.Entries, (item, place) => ("", item, place.Value)),
            _ => [],
        };
}
