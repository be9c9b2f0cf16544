# Runs test files under one version of Pester and tells what became of each test, and of what fails around them.
param([string] $Module, [string[]] $Path, [bool] $SkipRun)
Import-Module $Module -ErrorAction Stop
$configuration = New-PesterConfiguration
$configuration.Run.Path = $Path
$configuration.Run.SkipRun = $SkipRun
$configuration.Run.PassThru = $true
$configuration.Output.Verbosity = 'None'
$configuration.TestRegistry.Enabled = $false
$run = Invoke-Pester -Configuration $configuration
function Read-Block($Block, $File) {
    foreach ($test in $Block.Tests) {
        [pscustomobject]@{ File = $File; Test = $test.Path -join ' › '; Outcome = "$($test.Result)"; Message = @($test.ExpandedPath) + @($test.ErrorRecord) -join "`n" }
    }

    foreach ($child in $Block.Blocks) { Read-Block $child $File }
    # What fails around tests and not in one: setup fails its tests, tear-down comes after them.
    if ($Block.ErrorRecord) { [pscustomobject]@{ File = $File; Test = $null; Outcome = 'Failed'; Message = "$($Block.Path -join ' › '): $($Block.ErrorRecord -join "`n")" } }
}

foreach ($container in $run.Containers) {
    $file = $container.Item.FullName
    foreach ($record in $container.ErrorRecord) { [pscustomobject]@{ File = $file; Test = $null; Outcome = 'Failed'; Message = "$record" } }
    foreach ($block in $container.Blocks) { Read-Block $block $file }
}
