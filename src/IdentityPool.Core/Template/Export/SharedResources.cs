using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>Watches that a user pool or provider that several pools share ends up in one template only: two stacks would create it twice.</summary>
internal sealed class SharedResources
{
    private readonly Dictionary<string, int> templates = new(StringComparer.Ordinal);

    /// <summary>Says that a part goes into a template.</summary>
    /// <exception cref="DefinitionException">Another template creates one of its resources already.</exception>
    public void Claim(TemplateSections part, int template)
    {
        foreach (var id in part.Resources.Keys)
        {
            if (templates.TryGetValue(id, out var other) && other != template)
            {
                throw Fault.Of(nameof(Messages.SharedAcrossTemplates), id, id);
            }

            templates[id] = template;
        }
    }
}
