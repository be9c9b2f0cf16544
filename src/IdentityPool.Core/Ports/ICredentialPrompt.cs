namespace IdentityPools.Ports;

/// <summary>Asks the user for what a credential provider needs while it works.</summary>
internal interface ICredentialPrompt
{
    /// <summary>The code that a multi-factor device shows.</summary>
    /// <param name="serialNumber">The device, as the profile names it.</param>
    /// <exception cref="ServiceException">Nobody can be asked.</exception>
    string GetMfaCode(string serialNumber);
}
