using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>Watches that a user pool or provider that several pools share ends up in one template only: two stacks would create it twice.</summary>
internal sealed class SharedResources
{
    private readonly List<TemplateSections> parts;
    private readonly Dictionary<string, int> templates = new(StringComparer.Ordinal);

    public SharedResources(List<TemplateSections> parts) => this.parts = parts;

    public void Claim(int start, int count, int template)
    {
        foreach (var id in parts.GetRange(start, count).SelectMany(part => part.Resources.Keys))
        {
            if (templates.TryGetValue(id, out var other) && other != template)
            {
                throw Fault.Of(nameof(Messages.SharedAcrossTemplates), id, id);
            }

            templates[id] = template;
        }
    }
}
