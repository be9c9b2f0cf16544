# A folder with the metadata document of an identity provider.
Set-Content office.xml "<EntityDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata' entityID='https://login.office.example'>$(' ' * 1000)<IDPSSODescriptor protocolSupportEnumeration='urn:oasis:names:tc:SAML:2.0:protocol'/></EntityDescriptor>"
