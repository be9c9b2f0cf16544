using System.Runtime.CompilerServices;

namespace IdentityPools.Template;

/// <summary>A list of a template.</summary>
/// <param name="Items">The items in order.</param>
[CollectionBuilder(typeof(TemplateSequence), nameof(Create))]
public sealed record TemplateSequence(ValueList<TemplateNode> Items) : TemplateNode, IEnumerable<TemplateNode>
{
    internal TemplateSequence(IEnumerable<TemplateNode> items)
        : this(items.ToValueList()) { }

    /// <summary>A list of these nodes.</summary>
    /// <param name="items">The nodes, copied.</param>
    /// <returns>The list.</returns>
    public static TemplateSequence Create(ReadOnlySpan<TemplateNode> items) => new(ValueList.Create(items));

    internal static TemplateSequence Of(params ReadOnlySpan<TemplateNode> items) => Create(items);

    /// <inheritdoc/>
    public IEnumerator<TemplateNode> GetEnumerator() => Items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}
