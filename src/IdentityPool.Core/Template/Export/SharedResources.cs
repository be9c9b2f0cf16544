using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Watches that a user pool or provider that several pools share ends up in one template only: two stacks would create it twice.</summary>
internal sealed class SharedResources
{
    private readonly Dictionary<string, List<(int Template, TemplateMapping Resource)>> known = new(StringComparer.Ordinal);

    /// <summary>Says that a part goes into a template.</summary>
    /// <exception cref="DefinitionException">Another template creates one of its resources already.</exception>
    public void Claim(TemplateSections part, int template)
    {
        foreach (var (id, resource) in part.Resources.Where(resource => ResourceTypes.IsShared(TypeOf(resource.Value))))
        {
            if (!known.TryGetValue(id, out var others))
            {
                known.Add(id, others = []);
            }

            // Another resource of the same id is another thing, in a stack of its own.
            if (others.Exists(other => other.Template != template && ProviderAudiences.AreOne(other.Resource, resource)))
            {
                throw Fault.Of(nameof(Messages.SharedAcrossTemplates), id, id);
            }

            others.Add((template, resource));
        }
    }

    private static string TypeOf(TemplateMapping resource) => ((TemplateScalar)resource["Type"]!).Text;
}
