using System.Diagnostics.CodeAnalysis;

namespace IdentityPools;

/// <summary>What New- commands define. Such a command takes none by the pipeline: it would take a few of its properties, and lose the rest.</summary>
[SuppressMessage("Design", "CA1040:Avoid empty interfaces", Justification = "What counts is that something is one: a parameter can only ask for a type.")]
public interface IDefinition;
