using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The exception of an error that a script writes as text.</summary>
/// <param name="message">The text.</param>
public sealed class WriteErrorException(string message) : Exception(message);
