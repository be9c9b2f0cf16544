using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>What a template says about identity pools.</summary>
/// <param name="Pools">The pools that could be read.</param>
/// <param name="Warnings">What could not be carried, each naming its place.</param>
/// <param name="Faults">The pools that could not be read, with the reason.</param>
internal sealed record ImportedTemplate(ValueList<IdentityPool> Pools, ValueList<string> Warnings, ValueList<DefinitionException> Faults);
