# What PSScriptAnalyzer minds in the scripts of this repository, in editors and in .github/Test-ScriptStyle.ps1: every rule that it has on by default, but for those below.
@{
    Severity     = @('Error', 'Warning')

    ExcludeRules = @(
        # PowerShell 7 reads and writes UTF-8 without a byte order mark.
        'PSUseBOMForUnicodeEncodedFile'

        # Parameters of a script are read in its functions, and some only choose a parameter set; the rule sees neither.
        'PSReviewUnusedParameter'

        # New-Definition and its like in scripts make values. The scripts that change something have -WhatIf, and their tests look.
        'PSUseShouldProcessForStateChangingFunctions'
    )
}
